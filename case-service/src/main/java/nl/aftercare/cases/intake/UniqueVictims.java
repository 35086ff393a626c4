package nl.aftercare.cases.intake;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Objects;

/** No two victims of one report have the same reference. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = UniqueVictims.Check.class)
@interface UniqueVictims {
    String message() default "elk slachtoffer heeft een eigen reference";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Missing references are another constraint's. */
    class Check implements ConstraintValidator<UniqueVictims, List<ReportedVictim>> {
        @Override
        public boolean isValid(List<ReportedVictim> victims, ConstraintValidatorContext context) {
            if (victims == null) {
                return true;
            }
            var references = victims.stream()
                    .filter(Objects::nonNull)
                    .map(ReportedVictim::reference)
                    .filter(Objects::nonNull)
                    .toList();
            return references.stream().distinct().count() == references.size();
        }
    }
}
