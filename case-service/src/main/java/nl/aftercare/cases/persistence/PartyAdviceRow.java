package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.aftercare.platform.privacy.PersonalData;

/** An advice of a first-line party, as stored. */
@Entity
@Table(name = "party_advice")
@IdClass(PartyAdviceRow.Key.class)
class PartyAdviceRow {
    @Id
    UUID caseId;

    @Id
    String party;

    String municipality;
    Instant statedAt;

    @PersonalData
    String advice;

    record Key(UUID caseId, String party) implements Serializable {}
}
