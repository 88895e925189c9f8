package io.vpclocal.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls from a network interface or an instance, as {@link VpcLocalControl#from} does. Use it on SDK clients and on
 * endpoints ({@code URI}) of test methods. They exist when the test method starts, so {@code @BeforeEach} methods can create
 * the interface.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface From {

    /** A network interface ({@code eni-…}), an instance ({@code i-…}), or the tag {@code Name} of one of them. */
    String value();
}
