@NullMarked
package io.vpclocal.identity.caller;

import org.jspecify.annotations.NullMarked;
