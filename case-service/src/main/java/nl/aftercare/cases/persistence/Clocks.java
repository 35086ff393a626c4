package nl.aftercare.cases.persistence;

import nl.aftercare.cases.domain.Playbook;
import nl.aftercare.platform.kernel.WorkingDays;

/** What makes of a case the day on which its next action is due. */
record Clocks(Playbook playbook, WorkingDays workingDays) {}
