package io.vpclocal.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Signs as a new IAM user with an access key and one inline policy. Without a policy the user has no permissions. Use
 * it on SDK clients, credentials and credentials providers. Equal annotations mean the same user.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface AsUser {

    /** The user name; generated if empty. */
    String name() default "";

    /** A policy document, or {@code classpath:} and the name of a resource with the document. */
    String policy() default "";

    /** Instead of a document: actions that are allowed on every resource, such as {@code ec2:Describe*}. */
    String[] allow() default {};
}
