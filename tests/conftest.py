"""What holds for all tests."""

from hypothesis import settings

# No deadline: a busy machine is not a wrong answer.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")
