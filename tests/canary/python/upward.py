"""A part of the model that knows the search: import-linter must refuse it."""

import handbook.search
