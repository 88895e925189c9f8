/** Owns permissions: what each action is checked against, the question to the policies, and how a denial is worded. */
@NullMarked
package io.vpclocal.identity.access;

import org.jspecify.annotations.NullMarked;
