@NullMarked
package io.vpclocal.identity.access;

import org.jspecify.annotations.NullMarked;
