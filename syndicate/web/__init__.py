"""What browsers and feed readers are served."""
