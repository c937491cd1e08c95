# Addresses of the web; there is no network, but `urllib.parse` works on texts.
