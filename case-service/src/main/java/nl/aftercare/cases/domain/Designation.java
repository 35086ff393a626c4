package nl.aftercare.cases.domain;

import java.time.LocalDate;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;

/**
 * One person in an aanwijzingsbesluit of the mayor: only who is named in one may be given police data (gate G4; domain.md L1).
 *
 * @param person subject of the person's token
 * @param startsOn first day, Europe/Amsterdam
 * @param endsOn last day; access closes at the end of it
 * @param documentRef where the signed decision is
 */
public record Designation(
        UUID id, Municipality municipality, String person, LocalDate startsOn, LocalDate endsOn, String documentRef) {}
