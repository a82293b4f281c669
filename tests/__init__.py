"""Tests: they mirror scripts/handbook; helpers of the whole suite lie beside this file."""
