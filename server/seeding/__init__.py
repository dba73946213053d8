"""The demo: agencies, people, sites and two actions, put in through the services and routes that people
use."""
