package nl.aftercare.neighbourhood.persistence;

import jakarta.inject.Singleton;
import java.util.UUID;
import nl.aftercare.neighbourhood.domain.Partner;
import nl.aftercare.platform.transaction.Transactions;

/** The stored partners. */
@Singleton
public class Partners extends Directory<Partner, PartnerRow> {

    Partners(Transactions transactions) {
        super(transactions, PartnerRow.class);
    }

    @Override
    PartnerRow row(Partner partner) {
        return PartnerRow.of(partner);
    }

    @Override
    UUID id(Partner partner) {
        return partner.id();
    }
}
