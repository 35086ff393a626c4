package nl.aftercare.cases.persistence;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On work in a transaction that shows or uses police data: an official works within the municipalities whose mayor designated them
 * for today, and is refused when there is none (gate G4, which cannot be overridden). Feeds are not officials.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PoliceData {}
