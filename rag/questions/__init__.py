"""What a question says of itself: its language, what it names and points to, what form of answer it asks for."""
