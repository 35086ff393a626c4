package nl.aftercare.platform.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.kernel.Refusal;
import nl.aftercare.platform.kernel.RefusedException;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.problem.InvalidInputException;
import nl.aftercare.platform.problem.Problem.InvalidParam;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.rest.Filter;
import nl.aftercare.platform.rest.Page;
import nl.aftercare.platform.rest.PageRequest;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.OwnContext;
import nl.aftercare.platform.transaction.SqlStates;
import nl.aftercare.platform.transaction.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Subscriptions of the caller: a system sees its own, a manager those of the municipality. */
@ApplicationScoped
class Subscriptions {
    private final Transactions transactions;
    private final Caller caller;
    private final Endpoint endpoint;
    private final EventTypes types;
    private final Fanout fanout;
    private final Logbook logbook;
    private final Time time;
    private final String allowed;

    Subscriptions(
            Transactions transactions,
            Caller caller,
            Endpoint endpoint,
            EventTypes types,
            Fanout fanout,
            Logbook logbook,
            Time time,
            @ConfigProperty(name = "aftercare.webhooks.endpoints") String allowed) {
        this.transactions = transactions;
        this.caller = caller;
        this.endpoint = endpoint;
        this.types = types;
        this.fanout = fanout;
        this.logbook = logbook;
        this.time = time;
        this.allowed = allowed;
    }

    /**
     * Subscribes, once the address itself said that it wants to be told.
     *
     * @throws InvalidInputException when the address or a type is none that this service may use
     * @throws RefusedException when the address did not agree, or is subscribed already
     */
    Uni<SubscriptionRow> subscribe(Municipality municipality, String address, List<String> wanted) {
        check(address, wanted);
        var tenancy = caller.tenancyFor(municipality);
        var client = caller.client();
        var context = OwnContext.here();
        return endpoint.allows(address)
                .emitOn(context)
                .invoke(Subscriptions::checkAgreed)
                .flatMap(agreed -> transactions.in(tenancy, () -> keep(row(municipality, client, address, wanted))))
                .onFailure(SqlStates::isUniqueViolation)
                .transform(known -> new RefusedException(
                        new Refusal("already-subscribed", "Dit adres is al geabonneerd voor deze gemeente.")))
                .invoke(fanout::somebodySubscribed);
    }

    private Uni<SubscriptionRow> keep(SubscriptionRow row) {
        return transactions
                .session()
                .persist(row)
                .chain(transactions.session()::flush)
                .chain(() -> logbook.record(new Municipality(row.municipality), "subscribe-webhook", row.id, List.of()))
                .replaceWith(row);
    }

    Uni<Page<SubscriptionRow>> list(PageRequest page) {
        return transactions.in(
                caller.tenancy(),
                () -> page.fetch(
                        transactions.session(),
                        SubscriptionRow.class,
                        Filter.none().and("client", ownClient()),
                        row -> row.id));
    }

    Uni<SubscriptionRow> read(UUID id) {
        return transactions.in(caller.tenancy(), () -> find(id));
    }

    Uni<Void> end(UUID id) {
        return transactions.in(caller.tenancy(), () -> find(id).flatMap(row -> end(
                        transactions.session(), id, "ended-by-client", time.now())
                .chain(() -> logbook.record(new Municipality(row.municipality), "end-webhook", id, List.of()))));
    }

    Uni<Page<DeliveryRow>> deliveries(UUID id, DeliveryRow.@Nullable State state, PageRequest page) {
        return transactions.in(caller.tenancy(), () -> find(id).flatMap(row -> page.fetch(
                transactions.session(),
                DeliveryRow.class,
                Filter.none().and("subscriptionId", id).and("state", state),
                delivery -> delivery.id)));
    }

    /**
     * Tells once more what was given up.
     *
     * @throws RefusedException when the subscription ended
     */
    Uni<Void> again(UUID id, UUID delivery) {
        return transactions.in(caller.tenancy(), () -> find(id).invoke(Subscriptions::checkActive)
                .flatMap(row -> transactions
                        .session()
                        .createNativeQuery(
                                "update webhook_delivery set state = 'WAITING', attempts = 0, due_at = :now,"
                                        + " ended_at = null where id = :id and subscription_id = :subscription and state = 'GIVEN_UP'")
                        .setParameter("now", time.now())
                        .setParameter("id", delivery)
                        .setParameter("subscription", id)
                        .executeUpdate()
                        .invoke(updated -> {
                            if (updated == 0) {
                                throw ProblemException.notFound();
                            }
                        })
                        .replaceWithVoid()));
    }

    /** What waits is told no longer. */
    static Uni<Void> end(Mutiny.Session session, UUID id, String because, Instant now) {
        return session.createNativeQuery(
                        "update webhook_subscription set state = 'ENDED', ended_because = :because where id = :id and state = 'ACTIVE'")
                .setParameter("because", because)
                .setParameter("id", id)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "update webhook_delivery set state = 'GIVEN_UP', ended_at = :now,"
                                        + " last_problem = 'subscription-ended' where subscription_id = :id and state = 'WAITING'")
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<SubscriptionRow> find(UUID id) {
        return transactions
                .session()
                .find(SubscriptionRow.class, id)
                .map(row -> row != null && (ownClient() == null || row.client.equals(ownClient())) ? row : null)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound);
    }

    private static void checkAgreed(boolean agreed) {
        if (!agreed) {
            throw new RefusedException(new Refusal(
                    "no-agreement",
                    "Dit adres gaf geen toestemming: het antwoord op OPTIONS heeft geen WebHook-Allowed-Origin."));
        }
    }

    private static void checkActive(SubscriptionRow row) {
        if (row.state != SubscriptionRow.State.ACTIVE) {
            throw new RefusedException(new Refusal("subscription-ended", "Dit abonnement is opgezegd."));
        }
    }

    private @Nullable String ownClient() {
        return caller.roles().contains(Roles.PUBLIC_ORDER_MANAGER) ? null : caller.client();
    }

    private void check(String address, List<String> wanted) {
        var invalid = new ArrayList<InvalidParam>();
        if (!address.matches(allowed)) {
            invalid.add(new InvalidParam("endpoint", "moet een https-adres met een hostnaam zijn"));
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!types.all().contains(wanted.get(i))) {
                invalid.add(new InvalidParam(
                        "types[" + i + "]", "moet een soort gebeurtenis zijn die deze service vertelt (AsyncAPI)"));
            }
        }
        if (!invalid.isEmpty()) {
            throw new InvalidInputException(invalid);
        }
    }

    private SubscriptionRow row(Municipality municipality, String client, String address, List<String> wanted) {
        var row = new SubscriptionRow();
        row.subscribedAt = time.now();
        row.id = Ids.next(row.subscribedAt);
        row.municipality = municipality.code();
        row.client = client;
        row.endpoint = address;
        row.types = String.join(",", wanted.stream().distinct().sorted().toList());
        row.state = SubscriptionRow.State.ACTIVE;
        return row;
    }
}
