@NullMarked
package io.vpclocal.identity;

import org.jspecify.annotations.NullMarked;
