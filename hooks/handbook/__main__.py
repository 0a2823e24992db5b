"""`python -m handbook` is `handbook`."""

import sys

from handbook.command import main

sys.exit(main())
