package io.vpclocal.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an {@link AwsController} as the implementation of one API action. The method takes the SDK's
 * request class, and a {@link Call} if it needs the caller; it returns the SDK's response class.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AwsAction {

    /** The action's name on the wire, where it is not the request class's name without {@code Request}. */
    String value() default "";

    /** Resource types that a {@code TagSpecification} of this action may name: the types that it creates. */
    String[] tags() default {};

    /**
     * The parts of this action that are not emulated, as a list of nouns for {@code docs/COVERAGE.md}; empty if it is
     * complete.
     */
    String missing() default "";
}
