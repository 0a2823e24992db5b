"""What adds a work to the bibliography."""
