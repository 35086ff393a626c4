package nl.aftercare.cases.intake;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A robbery happened before it was spoken of. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OccurredBeforeStated.Check.class)
@interface OccurredBeforeStated {
    String message() default "ligt na statedAt";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Missing values are another constraint's. */
    class Check implements ConstraintValidator<OccurredBeforeStated, RobberyUpdate> {
        @Override
        public boolean isValid(RobberyUpdate update, ConstraintValidatorContext context) {
            if (update.statedAt() == null || update.occurredAt() == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("ligt na statedAt")
                    .addPropertyNode("occurredAt")
                    .addConstraintViolation();
            return !update.occurredAt().isAfter(update.statedAt());
        }
    }
}
