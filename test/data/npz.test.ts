import { describe, expect, test } from "vitest";
import { InvalidInput } from "../../src/data/invalid-input.ts";
import { parseNpz, readNpz } from "../../src/data/npz.ts";
import type { Pieces } from "../../src/data/pieces.ts";
import { numpyFile, numpyFiles, type Zipped, zipOf } from "./numpy-files.ts";

test.each(numpyFiles.read.filter(({ name }) => name.includes(".npz")))(
  "$name, written by NumPy, reads as NumPy reads it",
  ({ name, bytes, shape, values }) => {
    const [, array = null] = /:(.*)/.exec(name) ?? [];
    expect(parseNpz(bytes, array, name)).toEqual({ shape, values: Float64Array.from(values) });
  },
);

const refusal = (bytes: Uint8Array, name: string | null = null): string => {
  try {
    parseNpz(bytes, name, "x.npz");
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInput);
    return (error as InvalidInput).message;
  }
  return "nothing";
};

const two = numpyFile("two.npz:features");
const npy = numpyFile("float64.npy");
// The checksum of that file, from Python: zlib.crc32(content).
const CHECKSUM = 0x51c228b5;
const whole: Zipped = { name: "x.npy", content: npy, checksum: CHECKSUM };

describe("which array is meant", () => {
  test("has to be said where there are several, or none of that name", () => {
    expect(refusal(two)).toBe(
      'x.npz holds 2 arrays, "features", "labels"; name one after a colon, as in file.npz:name',
    );
    expect(refusal(two, "x")).toBe('x.npz holds no array "x"; it has "features", "labels"');
    expect(refusal(numpyFile("empty.npz"))).toBe("x.npz holds no arrays");
    expect(refusal(zipOf([whole, whole]), "x")).toBe('x.npz holds 2 arrays called "x"');
  });

  test("of many names a few are shown", () => {
    const many = Array.from({ length: 100 }, (_, k) => ({ ...whole, name: `array${k}.npy` }));
    expect(refusal(zipOf(many))).toMatch(/^x\.npz holds 100 arrays, "array0", .*"array7", … \(100 in all\); name one/);
  });
});

test.each([0, 8])("an archive made by other means, with method %s and a comment, reads as well", (method) => {
  const archive = zipOf([{ ...whole, method }], "PK\x05\x06 is no end here");
  expect(parseNpz(archive, "x", "x.npz").shape).toEqual([2, 3]);
});

test("a member without an ending, and one in a folder, is named as it is called, with or without its ending", () => {
  const archive = zipOf([
    { ...whole, name: "x" },
    { ...whole, name: "deep/y:0.npy" },
    { name: "deep/", content: Buffer.alloc(0) },
  ]);
  for (const name of ["x", "deep/y:0", "deep/y:0.npy"]) expect(parseNpz(archive, name, "x.npz").shape).toEqual([2, 3]);
  expect(refusal(archive)).toBe('x.npz holds 2 arrays, "x", "deep/y:0"; name one after a colon, as in file.npz:name');
  expect(refusal(zipOf([whole, { ...whole, name: "x" }]), "x")).toBe('x.npz holds 2 arrays called "x"');
});

describe("an archive of more than 4 GiB", () => {
  // A member that begins beyond 4 GiB, and a directory whose place and offsets are in their wide forms.
  const GAP = 5 * 2 ** 30;
  const local = zipOf([{ ...whole, method: 0 }]).subarray(0, 30 + "x.npy".length + npy.length);
  const central = Buffer.alloc(46);
  central.write("PK\x01\x02", "latin1");
  central.writeUInt32LE(CHECKSUM, 16);
  for (const at of [20, 24, 42]) central.writeUInt32LE(0xffffffff, at);
  central.writeUInt16LE("x.npy".length, 28);
  const extra = Buffer.alloc(4 + 5 + 4 + 24);
  extra.writeUInt16LE(0x7875, 0); // a field that is none of ours, of 5 bytes
  extra.writeUInt16LE(5, 2);
  extra.writeUInt16LE(1, 9);
  extra.writeUInt16LE(24, 11);
  [npy.length, npy.length, GAP].forEach((value, i) => extra.writeBigUInt64LE(BigInt(value), 13 + 8 * i));
  central.writeUInt16LE(extra.length, 30);
  const directory = Buffer.concat([central, Buffer.from("x.npy"), extra]);
  const end64 = Buffer.alloc(56);
  end64.write("PK\x06\x06", "latin1");
  [44, 0, 0, 1, 1, directory.length, GAP + local.length].forEach((value, i) => {
    if (i !== 1 && i !== 2) end64.writeBigUInt64LE(BigInt(value), i === 0 ? 4 : 8 * i);
  });
  const locator = Buffer.alloc(20);
  locator.write("PK\x06\x07", "latin1");
  locator.writeBigUInt64LE(BigInt(GAP + local.length + directory.length), 8);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(0xffff, 8);
  end.writeUInt16LE(0xffff, 10);
  end.writeUInt32LE(0xffffffff, 12);
  end.writeUInt32LE(0xffffffff, 16);
  const tail = Buffer.concat([local, directory, end64, locator, end]);
  const content: Pieces = {
    size: GAP + tail.length,
    read: (at, length) => {
      // Of the gap nothing has to be read but what the search for the end may reach.
      expect(length).toBeLessThan(2 ** 17);
      const bytes = Buffer.alloc(length);
      tail.copy(bytes, Math.max(0, GAP - at), Math.max(0, at - GAP), Math.max(0, at - GAP + length));
      return bytes;
    },
  };
  const place = { name: "x", where: "x.npz", file: "x.npz", use: "features" as const };

  test("is read where it is, piece by piece", () => {
    expect(readNpz(content, place, "numbers").array).toEqual(parseNpz(zipOf([whole]), null, ""));
  });
});

test("an archive that is cut short anywhere is refused", () => {
  for (let length = 0; length < two.length; length++) {
    expect(refusal(two.subarray(0, length), "labels")).toMatch(
      /^x\.npz is (not a zip archive|a damaged zip archive: )/,
    );
  }
});

test("a single wrong bit in the numbers is found by the checksum, whether they are compressed or not", () => {
  for (const method of [0, 8]) {
    const archive = zipOf([{ ...whole, method }]);
    const start = 30 + "x.npy".length;
    const compressed = archive.readUInt32LE(18);
    for (let bit = 0; bit < 8 * compressed; bit += 7) {
      const damaged = Buffer.from(archive);
      damaged[start + (bit >> 3)]! ^= 1 << (bit & 7);
      // In a deflated stream some bits pad the last byte, or choose another code for the same bytes.
      const said = refusal(damaged);
      if (said === "nothing") expect(parseNpz(damaged, null, "")).toEqual(parseNpz(archive, null, ""));
      else expect(said).toBe('x.npz is a damaged zip archive: "x.npy" does not have its size and checksum');
      if (method === 0) expect(said).not.toBe("nothing");
    }
  }
});

describe("a small archive cannot become a large array", () => {
  const zeros = new Uint8Array(2 ** 25);

  test.each<[string, Zipped, string]>([
    ["32 MiB of zeros", { ...whole, content: zeros }, '"x.npy" would become 33554432 bytes, more than 16 MiB'],
    ["a claim of 4 GiB", { ...whole, size: 2 ** 32 - 1 }, '"x.npy" would become 4294967295 bytes, more than 16 MiB'],
    ["zeros that claim to be few", { ...whole, content: zeros, size: 100 }, "does not have its size and checksum"],
    ["zeros that claim to be none", { ...whole, content: zeros, size: 0 }, "does not have its size and checksum"],
    [
      "stored bytes that claim to be more",
      { ...whole, method: 0, size: 2 ** 20 },
      "does not have its size and checksum",
    ],
  ])("%s", (_, entry, message) => {
    const archive = zipOf([entry]);
    const before = process.memoryUsage().arrayBuffers;
    expect(refusal(archive)).toContain(message);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 20);
  });
});

test.each([
  [
    "an encrypted entry",
    zipOf([{ ...whole, flags: 1 }]),
    'x.npz: "x.npy" is encrypted; save the archive without a password',
  ],
  ["bzip2", numpyFile("bzip2.npz"), 'x.npz: "x.npy" is compressed by method 12; only deflate, as NumPy uses, is read'],
  ["lzma", numpyFile("lzma.npz"), 'x.npz: "x.npy" is compressed by method 14; only deflate, as NumPy uses, is read'],
  ["no zip archive", Buffer.from("1,2\n"), "x.npz is not a zip archive, as .npz files are"],
  ["an .npy file", npy, "x.npz is not a zip archive, as .npz files are"],
])("%s is refused", (_, bytes, message) => {
  expect(refusal(bytes)).toContain(message);
});
