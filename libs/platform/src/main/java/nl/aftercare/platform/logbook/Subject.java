package nl.aftercare.platform.logbook;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.aftercare.platform.kernel.Municipality;

/**
 * Somebody whose data was used.
 *
 * @param type what the id is the id of
 * @param id in the owning service; the same person has the same in every service
 */
public record Subject(String type, UUID id) {

    /** A victim, by the aftercare case. */
    public static Subject victim(UUID caseId) {
        return new Subject("case", caseId);
    }

    /** The contact person of a partner. */
    public static Subject partner(UUID partnerId) {
        return new Subject("partner", partnerId);
    }

    /** The manager to whom the coordinator of a municipality reports: its code stands for the person. */
    public static Subject manager(Municipality municipality) {
        var name = "manager " + municipality.code();
        return new Subject("manager", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)));
    }

    /** A municipality has one coordinator: its code stands for the person. */
    public static Subject coordinator(Municipality municipality) {
        var name = "coordinator " + municipality.code();
        return new Subject("coordinator", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)));
    }
}
