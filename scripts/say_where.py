"""What a new owner wants to know when the site starts."""

import os

url = os.environ.get("SITE_URL", "http://localhost:8000")
print(
    f"""
The site:     {url}
For editors:  {url}/admin/
First editor: .venv/bin/python manage.py createsuperuser
Stop:         Ctrl+C
"""
)
