package io.vpclocal.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Selects an account. On a class: the account of its tests, instead of a new one. On a parameter or field: the account
 * whose root user signs, or, with {@link AsUser}, the account of the user.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Account {

    /** Twelve digits. */
    String value();
}
