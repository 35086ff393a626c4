package nl.aftercare.platform.transaction;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import nl.aftercare.platform.tenancy.Caller;

@UnitOfWork
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class UnitOfWorkInterceptor {
    private final Transactions transactions;
    private final Caller caller;

    UnitOfWorkInterceptor(Transactions transactions, Caller caller) {
        this.transactions = transactions;
        this.caller = caller;
    }

    @AroundInvoke
    Object open(InvocationContext call) {
        return transactions.in(caller.tenancy(), () -> proceed(call));
    }

    private static Uni<?> proceed(InvocationContext call) {
        try {
            return (Uni<?>) call.proceed();
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
    }
}
