/** The mayor's aanwijzingsbesluiten: who may be given police data, from when until when (gate G4). */
@NullMarked
package nl.aftercare.cases.designations;

import org.jspecify.annotations.NullMarked;
