package nl.aftercare.cases.persistence;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@code @UnitOfWork} that shows or uses police data: it works within the municipalities whose mayor designated the caller for
 * today, and is refused when there is none (gate G4, which cannot be overridden).
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PoliceData {}
