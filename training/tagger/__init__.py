"""Fine-tunes the sentence encoder into Hearsay's tagger. Offline; see ../README.md."""
