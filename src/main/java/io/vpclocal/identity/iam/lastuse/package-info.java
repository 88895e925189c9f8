/** The last uses of access keys and roles. */
@NullMarked
package io.vpclocal.identity.iam.lastuse;

import org.jspecify.annotations.NullMarked;
