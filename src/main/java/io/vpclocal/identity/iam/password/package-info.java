/** Passwords of users: login profiles and the account's password policy. */
@NullMarked
package io.vpclocal.identity.iam.password;

import org.jspecify.annotations.NullMarked;
