"""The side door: ``python -m hudna`` is the same as ``hudna``."""

from hudna.cli import main

if __name__ == "__main__":
    main()
