package nl.aftercare.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The table of design.md section 3 and the habits of style.md, for one service: {@code ArchitectureRules.check("nl.aftercare.cases")}. */
public final class ArchitectureRules {
    private ArchitectureRules() {}

    /** @throws AssertionError naming every class that breaks a rule */
    public static void check(String root) {
        var service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        domainIsPure(service, root);
        edgesKeepTheirPlace(service, root);
        featuresDoNotKnowEachOther(service, root);
        resourcesAreGuarded(service);
        whatNobodyLooksUpIsKnown(service);
        nothingIsSentAndForgotten(service);
        daysAreDutch(new ClassFileImporter().importPackages(root));
    }

    private static void domainIsPure(JavaClasses service, String root) {
        classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.jspecify..", "nl.aftercare.platform.kernel..", root + ".domain.."))
                .check(service);
        noClasses()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are clocks or dice",
                        type -> type.isEquivalentTo(Clock.class) || type.isEquivalentTo(Random.class)))
                .check(service);
    }

    private static void edgesKeepTheirPlace(JavaClasses service, String root) {
        noClasses()
                .that()
                .resideOutsideOfPackage(root + ".persistence..")
                .and()
                .resideOutsideOfPackage(root + ".messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("nl.aftercare.platform.outbox..")
                .check(service);
        noClasses()
                .that()
                .resideInAPackage(root + ".messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".persistence..")
                .check(service);
        classes()
                .that(resideInAPackage("nl.aftercare.contracts.."))
                .should()
                .onlyHaveDependentClassesThat(resideInAnyPackage("nl.aftercare.contracts..", root + ".messaging..")
                        .or(DescribedPredicate.describe(
                                "consumers and the use cases that they call",
                                type -> isFeature(type, root) && hasConsumer(service, type))))
                .allowEmptyShould(true)
                .check(service);
    }

    private static void featuresDoNotKnowEachOther(JavaClasses service, String root) {
        slices().matching(root + ".(*)..")
                .as("features")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(), resideInAnyPackage(root + ".domain..", root + ".messaging.."))
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(),
                        resideInAnyPackage(
                                root + ".persistence..", root + ".addresses..", root + ".rules..", root + ".texts.."))
                .check(service);
    }

    private static void resourcesAreGuarded(JavaClasses service) {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and()
                .areNotInterfaces()
                .should()
                .beAnnotatedWith(Produces.class)
                .check(service);
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .and()
                .areDeclaredInClassesThat()
                .areNotInterfaces()
                .should(new ArchCondition<JavaMethod>("name the roles that may call them") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean guarded = method.isAnnotatedWith(RolesAllowed.class)
                                || method.getOwner().isAnnotatedWith(RolesAllowed.class)
                                // said, not forgotten
                                || method.getOwner().isAnnotatedWith(PermitAll.class);
                        events.add(new SimpleConditionEvent(method, guarded, method.getFullName()));
                    }
                })
                .check(service);
    }

    /** The table of access follows the OpenAPI documents: what they hide has tests of its own. */
    private static void whatNobodyLooksUpIsKnown(JavaClasses service) {
        methods()
                .that()
                .areAnnotatedWith(DescribedPredicate.describe(
                        "@Operation(hidden = true)",
                        annotation -> annotation.getRawType().isEquivalentTo(Operation.class)
                                && annotation.as(Operation.class).hidden()))
                .should()
                .beDeclaredInClassesThat(DescribedPredicate.describe(
                        "are for links in mails and for NotifyNL",
                        type -> Set.of("AnswerPage", "NotifyReceiptResource").contains(type.getSimpleName())))
                .allowEmptyShould(true)
                .check(service);
    }

    private static void nothingIsSentAndForgotten(JavaClasses service) {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "subscribes, blocks, sends and forgets, or opens a transaction by itself",
                        call -> call.getTargetOwner().getPackageName().startsWith("io.smallrye.mutiny")
                                        && (call.getName().equals("subscribe")
                                                || call.getName().equals("await"))
                                || call.getName().equals("sendAndForget")
                                || call.getName().equals("withTransaction")))
                .check(service);
    }

    /** Tests too: what takes the day from the machine is wrong for an hour or two each night. */
    private static void daysAreDutch(JavaClasses withTests) {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalTime.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .check(withTests);
    }

    private static boolean isFeature(JavaClass type, String root) {
        return type.getPackageName().startsWith(root + ".");
    }

    private static boolean hasConsumer(JavaClasses service, JavaClass type) {
        return service.stream()
                .anyMatch(other -> other.getPackageName().equals(type.getPackageName())
                        && other.getSimpleName().endsWith("Consumer"));
    }
}
