package io.vpclocal.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an {@link AwsController} as the implementation of one API action. The method takes the SDK's request
 * class, and a {@link Call} if it wants to know who calls; it returns the SDK's response class.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AwsAction {

    /** The action's name on the wire, where it is not the request class's name without {@code Request}. */
    String value() default "";

    /** Resource types a {@code TagSpecification} of this action may name: those the action creates. */
    String[] tags() default {};

    /** What of this action is not there, in one sentence for {@code docs/COVERAGE.md}; empty if nothing is missing. */
    String missing() default "";
}
