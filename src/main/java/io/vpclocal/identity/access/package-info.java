/** Authorization: the rules of each action, the permission checks, and the text of denials. */
@NullMarked
package io.vpclocal.identity.access;

import org.jspecify.annotations.NullMarked;
