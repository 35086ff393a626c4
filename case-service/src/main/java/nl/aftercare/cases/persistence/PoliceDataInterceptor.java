package nl.aftercare.cases.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Set;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.problem.Problem;
import nl.aftercare.platform.problem.ProblemException;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.tenancy.Roles;
import nl.aftercare.platform.tenancy.Tenancy;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.Transactions;

/** Runs within an open transaction. */
@PoliceData
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class PoliceDataInterceptor {
    private static final Set<String> OFFICIALS = Set.of(Roles.COORDINATOR, Roles.PUBLIC_ORDER_MANAGER);
    private final Designations designations;
    private final Transactions transactions;
    private final Caller caller;
    private final Time time;

    PoliceDataInterceptor(Designations designations, Transactions transactions, Caller caller, Time time) {
        this.designations = designations;
        this.transactions = transactions;
        this.caller = caller;
        this.time = time;
    }

    @AroundInvoke
    Object narrow(InvocationContext call) {
        if (caller.roles().stream().noneMatch(OFFICIALS::contains)
                || caller.tenancy().municipalities().isEmpty()) {
            // a feed tells what it knows; and for who has no municipality nothing exists
            return proceed(call);
        }
        return designations
                .of(caller.subject(), time.today())
                .flatMap(this::within)
                .chain(() -> proceed(call));
    }

    private Uni<Void> within(Set<Municipality> designated) {
        if (designated.isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                            403,
                            "no-designation",
                            "Niet aangewezen",
                            "U mag gegevens van de politie alleen zien als de burgemeester u daarvoor heeft aangewezen. Vraag dit na."));
        }
        return transactions.narrow(new Tenancy(designated));
    }

    private static Uni<?> proceed(InvocationContext call) {
        try {
            return (Uni<?>) call.proceed();
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
    }
}
