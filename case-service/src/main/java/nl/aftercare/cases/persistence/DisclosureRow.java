package nl.aftercare.cases.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.Disclosure;
import nl.aftercare.cases.domain.Disclosure.Category;
import nl.aftercare.cases.domain.Disclosure.LegalGround;
import nl.aftercare.cases.domain.Disclosure.Recipient;
import nl.aftercare.platform.kernel.Municipality;

/** A line of the ledger of disclosures as stored: categories, no data. */
@Entity
@Table(name = "disclosure")
class DisclosureRow {
    private static final String SEPARATOR = ",";

    @Id
    UUID id;

    String municipality;
    UUID caseId;

    @Enumerated(EnumType.STRING)
    Recipient recipient;

    String categories;

    @Enumerated(EnumType.STRING)
    LegalGround ground;

    String byPerson;
    Instant at;

    static DisclosureRow of(Municipality municipality, Disclosure disclosure) {
        var row = new DisclosureRow();
        row.id = disclosure.id();
        row.municipality = municipality.code();
        row.caseId = disclosure.caseId().value();
        row.recipient = disclosure.recipient();
        row.categories =
                disclosure.categories().stream().sorted().map(Category::name).collect(Collectors.joining(SEPARATOR));
        row.ground = disclosure.ground();
        row.byPerson = disclosure.by();
        row.at = disclosure.at();
        return row;
    }

    Disclosure toDomain() {
        return new Disclosure(
                id,
                new CaseId(caseId),
                recipient,
                Arrays.stream(categories.split(SEPARATOR))
                        .map(Category::valueOf)
                        .collect(Collectors.toSet()),
                ground,
                byPerson,
                at);
    }
}
