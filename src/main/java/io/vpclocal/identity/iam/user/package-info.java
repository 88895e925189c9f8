/** Users with their access keys. */
@NullMarked
package io.vpclocal.identity.iam.user;

import org.jspecify.annotations.NullMarked;
