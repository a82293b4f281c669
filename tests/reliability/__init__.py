"""What is measured or watched beside the tests: long runs and what needs the network, each a target of the Makefile."""
