"""Rich Skill Descriptors: skills as OSMT passes them on (https://github.com/wgu-opensource/osmt)."""
