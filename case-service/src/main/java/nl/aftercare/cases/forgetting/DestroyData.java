package nl.aftercare.cases.forgetting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.aftercare.cases.domain.CaseId;
import nl.aftercare.cases.domain.DestructionList;
import nl.aftercare.cases.persistence.Cases;
import nl.aftercare.cases.persistence.DestructionLists;
import nl.aftercare.cases.persistence.DestructionLists.Changed;
import nl.aftercare.platform.kernel.Ids;
import nl.aftercare.platform.kernel.Municipality;
import nl.aftercare.platform.logbook.Logbook;
import nl.aftercare.platform.logbook.Subject;
import nl.aftercare.platform.tenancy.Caller;
import nl.aftercare.platform.time.Time;
import nl.aftercare.platform.transaction.UnitOfWork;

/** One person draws up the list, another one decides; approval erases at once what is still due. */
@ApplicationScoped
class DestroyData {
    private final DestructionLists lists;
    private final Cases cases;
    private final Logbook logbook;
    private final Caller caller;
    private final Time time;

    DestroyData(DestructionLists lists, Cases cases, Logbook logbook, Caller caller, Time time) {
        this.lists = lists;
        this.cases = cases;
        this.logbook = logbook;
        this.caller = caller;
        this.time = time;
    }

    /** Within an open transaction. */
    Uni<DestructionList> drawUp(Municipality municipality) {
        var today = time.today();
        return lists.due(municipality, today)
                .map(due -> DestructionList.drawUp(Ids.next(time.now()), municipality, caller.subject(), today, due)
                        .orRefuse()
                        .state())
                .call(lists::add)
                .call(list -> log("draw-up-destruction-list", list, list.cases()));
    }

    /** A repeat erases nothing. What came under a legal hold, or was opened again, since the list was drawn up stays. */
    @UnitOfWork
    Uni<DestructionList> approve(UUID id) {
        return lists.change(id, list -> list.approve(caller.subject(), time.today()))
                .call(changed -> log("approve-destruction-list", changed.list(), List.of()))
                .call(changed -> changed.isNew()
                        ? erase(changed.list())
                        : Uni.createFrom().voidItem())
                .map(Changed::list);
    }

    @UnitOfWork
    Uni<DestructionList> reject(UUID id, String reason) {
        return lists.change(id, list -> list.reject(caller.subject(), time.today(), reason))
                .call(changed -> log("reject-destruction-list", changed.list(), List.of()))
                .map(Changed::list);
    }

    private Uni<Void> erase(DestructionList list) {
        return Multi.createFrom()
                .iterable(list.cases())
                .onItem()
                .transformToUniAndConcatenate(id -> erase(list.municipality(), id))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> erase(Municipality municipality, CaseId id) {
        return cases.erase(id.value(), time.today())
                .flatMap(erased -> erased
                        ? logbook.record(
                                municipality, "erase-personal-data", id.value(), List.of(Subject.victim(id.value())))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> log(String action, DestructionList list, List<CaseId> subjects) {
        return logbook.record(
                list.municipality(),
                action,
                list.id(),
                subjects.stream().map(id -> Subject.victim(id.value())).toList());
    }
}
