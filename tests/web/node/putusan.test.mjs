/** The resolver against the file that Python reads too, and the page's small data against the open rule set's shape. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { answered, fromFragment, isDay, notYet, phaseOn, phasesOn, resolve, sift, toFragment, today, unpack } from "./client.mjs";

const { urutan, putusan, selebihnya, kasus, melemah, selebihnya_ketat: strict, belum_ada: young } = JSON.parse(
  await readFile(new URL("../../golden/putusan/soal.json", import.meta.url), "utf8"));
const act = (rows) => ({ putusan: rows, selebihnya: { nilai: selebihnya } });
const ask = ([peran, tahap, tanggal, wilayah]) => ({ peran, tahap, tanggal, wilayah });

test("the row that speaks answers", () => {
  for (const [peran, tahap, tanggal, wilayah, nilai, baris] of kasus) {
    assert.deepEqual(resolve(act(putusan), { peran, tahap, tanggal, wilayah }, urutan), { nilai, baris }, `${peran} ${tahap} ${wilayah}`);
  }
});

test("a region never weakens the national answer", () => {
  for (const { putusan: rows, selebihnya: rest = selebihnya, soal, jawab: [nilai, baris] } of [melemah, strict]) {
    assert.deepEqual(resolve({ putusan: rows, selebihnya: { nilai: rest } }, ask(soal), urutan), { nilai, baris });
  }
});

test("a ground is younger than a day only when that is sure", () => {
  for (const [terbit, tanggal, expected] of young) assert.equal(notYet([{ terbit }], tanggal).length === 1, expected, `${terbit} ${tanggal}`);
  assert.equal(answered([{ dasar: [{ terbit: "2001" }, { terbit: "2002" }] }], "2001-06-01"), true);
  assert.equal(answered([{ dasar: [{ terbit: "2001" }] }, { dasar: [{ terbit: "2002" }, { terbit: "2001" }] }], "2001-06-01"), false);
});

test("phases of a region are its own", () => {
  const fase = [{ tahap: "masa", mulai: "2001-06-25", selesai: "2001-07-10" }, { tahap: "hitung", wilayah: "kota-cemara", mulai: "2001-07-11", selesai: "2001-07-20" }];
  assert.deepEqual(phasesOn(fase, "2001-06-25").map(({ tahap }) => tahap), ["masa"]);
  assert.deepEqual(phasesOn(fase, "2001-07-10").length, 1);
  assert.deepEqual(phasesOn(fase, "2001-07-11"), []);
  assert.deepEqual(phasesOn(fase, "2001-07-11", "kota-cemara").map(({ tahap }) => tahap), ["hitung"]);
});

test("a day of which the calendar is silent has no phase, but today has", () => {
  const aturan = { fase: [{ tahap: "masa", mulai: "2001-06-25", selesai: "2001-07-10" }], tahap: [{ id: "luar", di_luar: true }, { id: "masa" }] };
  assert.equal(phaseOn(aturan, "2001-07-01", "2001-09-01"), "masa");
  assert.equal(phaseOn(aturan, "2001-09-01", "2001-09-01"), "luar");
  assert.equal(phaseOn(aturan, "2001-08-01", "2001-09-01"), null);
});

test("packed data opens; another scheme is refused", () => {
  const packed = {
    skema: 1, rumah: { "pp-1-2001": "peraturan/pp-1-2001/" },
    peran: [{ id: "pegawai" }, { id: "tamu" }], tahap: [{ id: "luar" }, { id: "masa" }], dasar: [{ id: "pp-1-2001#pasal-9", sebutan: "Pasal 9" }],
    perbuatan: [{ id: "hadir", putusan: [{ nilai: "boleh", peran: 2, tahap: 3, dasar: [0] }], selebihnya: { nilai: "belum-diatur", dasar: [] } }],
  };
  const { perbuatan: [hadir] } = unpack(packed);
  const dasar = [{ id: "pp-1-2001#pasal-9", sebutan: "Pasal 9", halaman: "peraturan/pp-1-2001/#pasal-9" }];
  assert.deepEqual(hadir, {
    id: "hadir", putusan: [{ nilai: "boleh", peran: ["tamu"], tahap: ["luar", "masa"], dasar }], selebihnya: { nilai: "belum-diatur", dasar: [] },
  });
  assert.throws(() => unpack({ ...packed, skema: 2 }), TypeError);
});

test("every role of many is told from the others", () => {
  const peran = Array.from({ length: 53 }, (_, n) => ({ id: `peran-${n}` }));
  for (let n = 0; n < peran.length; n++) {
    const row = { nilai: "boleh", peran: 2 ** n + (n > 40 ? 1 : 0), tahap: 1, dasar: [] };
    const [act] = unpack({
      skema: 1, rumah: {}, peran, tahap: [{ id: "masa" }], dasar: [], perbuatan: [{ id: "hadir", putusan: [row], selebihnya: { ...row } }],
    }).perbuatan;
    assert.deepEqual(act.putusan[0].peran, n > 40 ? ["peran-0", `peran-${n}`] : [`peran-${n}`]);
  }
});

test("a question goes into a fragment and comes back", () => {
  const soal = { peran: "pegawai", tahap: "masa", wilayah: null, tanggal: "2001-06-01" };
  const fragment = toFragment(["hadir", "pulang"], soal);
  assert.equal(fragment, "#perbuatan=hadir%2Cpulang&peran=pegawai&tahap=masa&tanggal=2001-06-01");
  assert.deepEqual(fromFragment(fragment), { perbuatan: ["hadir", "pulang"], soal: { peran: "pegawai", tahap: "masa", tanggal: "2001-06-01" } });
  assert.deepEqual(fromFragment("#hadir"), { perbuatan: ["hadir"], soal: {} });
  assert.deepEqual(fromFragment(""), { perbuatan: [], soal: {} });
});

test("of a link only what the book knows is kept", () => {
  const aturan = { peran: [{ id: "pegawai", bertanya: true }, { id: "pengawas", bertanya: false }], tahap: [{ id: "masa" }], wilayah: [{ id: "kota-cemara" }] };
  const linked = { perbuatan: ["hadir", "menari", "hadir"], soal: { peran: "pengawas", tahap: "masa", wilayah: "__proto__", tanggal: "2001-02-30" } };
  assert.deepEqual(sift(linked, aturan, (id) => id === "hadir"), {
    perbuatan: ["hadir"], soal: { tahap: "masa" }, odd: ["menari", "pengawas", "__proto__", "2001-02-30"],
  });
  for (const day of ["2001-02-28", "1945-01-01", "2100-12-31"]) assert.equal(isDay(day), true, day);
  for (const day of ["besok", "2001-02-29", "1944-12-31", "2101-01-01", "12024-01-01", "2001-1-1"]) assert.equal(isDay(day), false, day);
});

test("today is Jakarta's", () => {
  assert.equal(today(new Date("2026-11-25T16:59:00Z")), "2026-11-25");
  assert.equal(today(new Date("2026-11-25T17:00:00Z")), "2026-11-26");
});
