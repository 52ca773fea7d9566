"""Plans: from a person's own skills, jobs and credentials to the shortest set of courses toward a goal."""

from pathways.plans.conditions import Condition
from pathways.plans.desk import PlanDesk
from pathways.plans.forms import FORMS, plan_form
from pathways.plans.offers import Offer
from pathways.plans.person import Person
from pathways.plans.person_files import read_person
from pathways.plans.plan import Plan
from pathways.plans.planning import plan
from pathways.plans.prices import Prices

__all__ = ["FORMS", "Condition", "Offer", "Person", "Plan", "PlanDesk", "Prices", "plan", "plan_form", "read_person"]
