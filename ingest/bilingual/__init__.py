"""From one language into the other, word by word: a dictionary, and how names sound."""
