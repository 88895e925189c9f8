/** Owns who is calling: from the signature of a request to the principal behind it and the policies that apply to it. */
@NullMarked
package io.vpclocal.identity.caller;

import org.jspecify.annotations.NullMarked;
