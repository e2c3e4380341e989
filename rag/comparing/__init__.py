"""Two texts of one matter beside each other: which texts are meant, which provisions belong together, what differs."""
