"""F1, F2: the properties of the readers over many random files: `python -m tests.reliability.acak 20000` (cases a property).

Red on any exception, on a case of over two seconds of work, and when the process has held over 512 MB.
"""

import os
import resource
import sys

import pytest

SIFAT = ("tests/content/test_sifat.py", "tests/content/test_yaml_tulis.py", "tests/search/test_analyser.py")
MEGABYTES = 512


def main(contoh: str) -> int:
    """Run; 0 when every property holds and the memory stayed low."""
    os.environ["CONTOH"] = contoh
    code = int(pytest.main(["-q", "-p", "no:cacheprovider", "--durations=12", *SIFAT]))
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit
    print(f"{contoh} cases a property, at most {peak} MB held")
    return code or int(peak > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
