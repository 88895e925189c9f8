package io.vpclocal.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Signs as an IAM user, who is created with an access key and one inline policy, and may do what it allows: without a
 * policy, nothing. On SDK clients, credentials, credentials providers. Where two are annotated alike it is the same user.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface AsUser {

    /** The name; one made up if empty. */
    String name() default "";

    /** A policy document, or {@code classpath:} and the name of a resource that holds one. */
    String policy() default "";

    /** In place of a document: actions that are allowed on every resource, such as {@code ec2:Describe*}. */
    String[] allow() default {};
}
