"""The front door: one verb per stage.

Above all other rooms. It parses arguments, calls the pipeline or publish and sets the exit code. Imports are
lazy, so that the door opens fast.
"""


def main() -> None:
    """Run the ``hudna`` command."""
    from hudna.cli.app import cli

    cli(prog_name="hudna")
