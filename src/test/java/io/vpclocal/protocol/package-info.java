@NullMarked
package io.vpclocal.protocol;

import org.jspecify.annotations.NullMarked;
