/** When access keys and roles were last used, kept in memory and written at most once a minute. */
@NullMarked
package io.vpclocal.identity.iam.lastuse;

import org.jspecify.annotations.NullMarked;
