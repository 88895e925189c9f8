package io.vpclocal.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an {@link AwsController} as the implementation of one API action. The method takes the SDK's
 * request class, and optionally a {@link Call}. It returns the SDK's response class.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AwsAction {

    /** The action's name on the wire, if it differs from the request class's name without {@code Request}. */
    String value() default "";

    /** The resource types that the action creates. Its {@code TagSpecification}s may name them. */
    String[] tags() default {};

    /** What is not implemented, in one sentence for {@code docs/COVERAGE.md}. Empty if the action is complete. */
    String missing() default "";
}
