/** Authentication: finds the principal behind a request's signature and the policies that apply to it. */
@NullMarked
package io.vpclocal.identity.caller;

import org.jspecify.annotations.NullMarked;
